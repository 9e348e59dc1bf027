using OpsCenter.Portal.Accounts;
using OpsCenter.Portal.Adapters.Embedded;
using OpsCenter.Portal.Adapters.Embedded.Mail;
using OpsCenter.Portal.Adapters.Embedded.TestPayments;
using OpsCenter.Portal.Audit;
using OpsCenter.Portal.Billing;
using OpsCenter.Portal.Billing.Documents;
using OpsCenter.Portal.Data;
using OpsCenter.Portal.Data.Demo;
using OpsCenter.Portal.Hosting;
using OpsCenter.Portal.Organizations;
using OpsCenter.Portal.Outbox;
using OpsCenter.Portal.RateCards;
using OpsCenter.Portal.Search;
using OpsCenter.Portal.Shell;
using OpsCenter.Portal.Shell.Exports;
using OpsCenter.Portal.Subscriptions;
using OpsCenter.Portal.Usage;
using OpsCenter.Portal.Usage.Credits;
using OpsCenter.Portal.Usage.Duplicates;
using OpsCenter.Portal.Usage.Holds;
using OpsCenter.Portal.Usage.Margin;
using OpsCenter.Portal.Usage.Notices;
using OpsCenter.Portal.Usage.Overview;
using OpsCenter.Portal.Usage.Receipts;
using OpsCenter.Portal.Usage.Replays;

// Settings and static files lie beside the program, whatever folder it is called from.
var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
if ((await builder.TryRunDatabaseCommandAsync(args) ?? await builder.TryResetAdminPasswordAsync(args)) is { } exitCode)
    return exitCode;

builder.AddHosting();
builder.AddDatabase();
builder.Services.AddPortalShell();
builder.Services.AddPortalAccounts(builder.Configuration);
builder.Services.AddCustomers();
builder.Services.AddRateCards();
builder.Services.AddSubscriptions();
builder.Services.AddBilling();
builder.Services.AddOutbox();
builder.Services.AddPayments();
builder.Services.AddTestPayments();
builder.Services.AddFolderMail();
builder.Services.AddEmbeddedBilling();
builder.Services.AddBillingPages();
builder.Services.AddUsage();
builder.Services.AddReceipts();
builder.Services.AddOverview();
builder.Services.AddHolds();
builder.Services.AddCredits();
builder.Services.AddDuplicates();
builder.Services.AddNotices();
builder.Services.AddAudit();
builder.Services.AddReplays();
builder.Services.AddMargin();
builder.Services.AddExports();
builder.Services.AddSearch();
builder.Services.AddDemoData(args);

var app = builder.Build();
app.UseForwardedHeaders();
app.UsePortalShell();
app.UseAuthentication();
app.UseAuthorization();
app.UseAntiforgery();
app.MapPortalShell();
app.MapPortalAccounts();
app.MapRateCards();
app.MapUsage();
app.MapBillingDocuments();
app.MapOutbox();
app.MapExports();
app.MapHealthEndpoints();
return await app.RunToExitCodeAsync();

/// <summary>The portal's entry point; public so that tests can host it.</summary>
public partial class Program;
