#:sdk Microsoft.NET.Sdk.Web
#:project Support/OpsCenter.Bench.csproj
#:property PublishAot=false
#:property ServerGarbageCollection=false
#:property RestorePackagesWithLockFile=false

// What Brigade adds to a job: jobs at a constant rate through the built-in model, each answered after its report is durable.
// Run with: dotnet run -c Release bench/Brigade.cs [--rate 200] [--seconds 15] [--warmup 5] [--connections 32]

return await OpsCenter.Bench.Brigades.BrigadeBench.RunAsync(args);
