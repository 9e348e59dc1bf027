#:sdk Microsoft.NET.Sdk.Web
#:project Support/OpsCenter.Bench.csproj
#:property PublishAot=false
#:property ServerGarbageCollection=false
#:property RestorePackagesWithLockFile=false

// Brigade's spool: how many reports a second become durable, how fast a backlog drains into an Ops-Center, how long a start takes with it.
// Run with: dotnet run -c Release bench/Spool.cs [--only append,drain] [--seconds 5] [--backlog 300000]

return await OpsCenter.Bench.Spools.SpoolBench.RunAsync(args);
