@echo off
rem Starts DeskBERT from its own folder with JAVA_HOME, else with the JDK that built it, else with the java on the path.
setlocal
set "HOME_DIR=%~dp0.."
set "JAVA_EXE=java"
if exist "%HOME_DIR%\lib\java-home" for /f "usebackq delims=" %%j in ("%HOME_DIR%\lib\java-home") do if exist "%%j\bin\java.exe" set "JAVA_EXE=%%j\bin\java.exe"
if defined JAVA_HOME findstr /r "JAVA_VERSION=.2[5-9] JAVA_VERSION=.[3-9][0-9]" "%JAVA_HOME%\release" >nul 2>&1 && set "JAVA_EXE=%JAVA_HOME%\bin\java.exe"
"%JAVA_EXE%" -XX:+UseSerialGC -Xss4m ^
  -Xms32m -Xmn16m -XX:-ShrinkHeapInSteps -XX:MinHeapFreeRatio=15 -XX:MaxHeapFreeRatio=30 ^
  --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow ^
  -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 -Dstdin.encoding=UTF-8 ^
  -Ddeskbert.home="%HOME_DIR%" -Donnxruntime.native.path="%HOME_DIR%\native\ai\onnxruntime\native\win-x64" ^
  -Dorg.sqlite.lib.path="%HOME_DIR%\native\ai\onnxruntime\native\win-x64" ^
  -cp "%HOME_DIR%\lib\*" org.deskbert.Main %*
exit /b %ERRORLEVEL%
