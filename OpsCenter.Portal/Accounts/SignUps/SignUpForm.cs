namespace OpsCenter.Portal.Accounts.SignUps;

/// <summary>The fields of the sign-up form.</summary>
public sealed class SignUpForm
{
    /// <summary>How the person is called.</summary>
    public string? Name { get; set; }

    /// <summary>Their address.</summary>
    public string? Email { get; set; }

    /// <summary>Their new password.</summary>
    public string? Password { get; set; }

    /// <summary>Name of the organisation.</summary>
    public string? Organization { get; set; }

    /// <summary>The chosen plan and interval, as <see cref="PlanChoice.Value"/> writes it.</summary>
    public string? Plan { get; set; }

    /// <summary>Keeps the password out of every text this might end up in.</summary>
    public override string ToString() => nameof(SignUpForm);
}
