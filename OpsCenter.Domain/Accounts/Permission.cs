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

    /// <summary>Report usage.</summary>
    RecordUsage,

    /// <summary>Read the rate card as a machine.</summary>
    ReadRateCard,

    /// <summary>Read customers' provider keys.</summary>
    ReadByokKeys,
}
