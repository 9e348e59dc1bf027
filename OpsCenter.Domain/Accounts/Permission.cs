namespace OpsCenter.Domain.Accounts;

/// <summary>What a command or query asks for. <see cref="AccessPolicy"/> says who has it.</summary>
public enum Permission
{
    /// <summary>Read rate card versions, with costs and margins.</summary>
    ViewRateCard,

    /// <summary>Edit a draft of the rate card and publish it.</summary>
    EditRateCard,

    /// <summary>Read the jobs and receipts of every customer, with costs and margins.</summary>
    ViewAllJobs,

    /// <summary>Read the jobs and receipts of one's own organisation, without costs and margins.</summary>
    ViewOwnJobs,

    /// <summary>Void or re-price a job.</summary>
    CorrectJobs,

    /// <summary>Give customers money back, and decide about likely duplicates.</summary>
    GiveCredits,

    /// <summary>Decide about held jobs: approve a price, assign a customer, write off.</summary>
    ResolveHolds,

    /// <summary>Compare the roll-ups with what they are made from.</summary>
    VerifyRollups,

    /// <summary>Correct roll-ups that differ.</summary>
    RepairRollups,

    /// <summary>Read the list of customers.</summary>
    ViewCustomers,

    /// <summary>Create, rename, suspend and resume customers.</summary>
    ManageCustomers,

    /// <summary>Look at machine credentials, create, change, rotate and revoke them.</summary>
    ManageMachineCredentials,

    /// <summary>Read, verify and export the audit trail.</summary>
    ViewAudit,

    /// <summary>Read the plan, the subscription and the limits of one's own organisation.</summary>
    ViewOwnSubscription,

    /// <summary>Choose, change, cancel and resume the subscription of one's own organisation.</summary>
    ManageOwnSubscription,

    /// <summary>Read the invoices, payments and payment methods of one's own organisation.</summary>
    ViewOwnBilling,

    /// <summary>Pay, and change payment methods, billing details and budgets of one's own organisation.</summary>
    ManageOwnBilling,

    /// <summary>Read plans, subscriptions, invoices and payments of every customer, and the books.</summary>
    ViewBilling,

    /// <summary>Create, change and archive plans, and move subscribers.</summary>
    ManagePlans,

    /// <summary>Start, change and end subscriptions of customers, and adjust their limits and grants.</summary>
    ManageSubscriptions,

    /// <summary>Issue credit notes and refunds, run the billing engine, lock months, retry what is stuck.</summary>
    ManageBilling,

    /// <summary>See which provider keys one's own organisation has, and what they saved.</summary>
    ViewOwnProviderKeys,

    /// <summary>Add, test, rename, rotate and remove provider keys of one's own organisation.</summary>
    ManageOwnProviderKeys,

    /// <summary>See that customers have provider keys, never the keys.</summary>
    ViewProviderKeys,

    /// <summary>Test connections to the outside and make Brigade read its settings again.</summary>
    ManageIntegrations,

    /// <summary>Report usage.</summary>
    RecordUsage,

    /// <summary>Read the rate card as a machine.</summary>
    ReadRateCard,

    /// <summary>Read customers' provider keys.</summary>
    ReadByokKeys,
}
