#:sdk Microsoft.NET.Sdk.Web
#:project Support/OpsCenter.Bench.csproj
#:property PublishAot=false
#:property RestorePackagesWithLockFile=false

// The database time of the pages about agents at few and at many jobs: the page of one agent as a whole, part by part, and the list. Needs
// about 1.5 GB of disk for each million jobs, half of it while filling only.
// Run with: dotnet run -c Release bench/Agents.cs [--small 50000] [--large 5000000] [--repeat 50] [--seconds 10]

return await OpsCenter.Bench.Pages.AgentsBench.RunAsync(args);
