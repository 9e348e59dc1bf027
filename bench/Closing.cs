#:sdk Microsoft.NET.Sdk.Web
#:project Support/OpsCenter.Bench.csproj
#:property PublishAot=false
#:property RestorePackagesWithLockFile=false

// How long the billing engine takes to close the periods of many subscriptions at once, with their invoices.
// Run with: dotnet run -c Release bench/Closing.cs [--subscriptions 10000] [--entries 20]

return await OpsCenter.Bench.Closings.ClosingBench.RunAsync(args);
