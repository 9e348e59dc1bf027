#:sdk Microsoft.NET.Sdk.Web
#:project Support/OpsCenter.Bench.csproj
#:property PublishAot=false
#:property ServerGarbageCollection=false
#:property RestorePackagesWithLockFile=false

// Recording jobs and reading the rate card: the published portal beside a bare minimal API, on a PostgreSQL of their own.
// Run with: dotnet run -c Release bench/Usage.cs [--only single,batch,rate,card,copy] [--seconds 8] [--rounds 3] [--connections 64]
//           [--warmup 5] [--rate 1000] [--rate-seconds 20] [--port 8210] [--portal path/of/OpsCenter.Portal.dll]

return await OpsCenter.Bench.Usage.UsageBench.RunAsync(args);
