#:sdk Microsoft.NET.Sdk.Web
#:project Support/OpsCenter.Bench.csproj
#:property PublishAot=false
#:property RestorePackagesWithLockFile=false

// The database time of pages at few and at many jobs, and the bytes a job takes. Needs about 1.5 GB of disk for each million jobs, half
// of it while filling only.
// Run with: dotnet run -c Release bench/Pages.cs [--small 50000] [--large 5000000] [--repeat 50] [--seconds 10]

return await OpsCenter.Bench.Pages.PagesBench.RunAsync(args);
