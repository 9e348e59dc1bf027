using System.Globalization;

namespace OpsCenter.Domain.Organizations;

/// <summary>A customer: who owns usage, money and members. Never deleted, because money refers to it.</summary>
public sealed class Organization
{
    /// <summary>Longest name in characters.</summary>
    public const int MaxNameLength = 120;

    /// <summary>A new, active customer.</summary>
    /// <param name="id">Made by the caller, version 7.</param>
    /// <param name="name">Trimmed, 1…<see cref="MaxNameLength"/> characters.</param>
    /// <param name="createdAt">Now.</param>
    public Organization(Guid id, string name, DateTimeOffset createdAt)
    {
        Id = id;
        Name = name;
        CreatedAt = createdAt;
    }

    /// <summary>Identity; Brigade sends it as <c>customer_id</c>.</summary>
    public Guid Id { get; }

    /// <summary>Display name.</summary>
    public string Name { get; private set; }

    /// <summary>Whether it may start new jobs.</summary>
    public OrganizationStatus Status { get; private set; }

    /// <summary>When it became a customer.</summary>
    public DateTimeOffset CreatedAt { get; }

    /// <summary>Since when it is suspended; null when active.</summary>
    public DateTimeOffset? SuspendedAt { get; private set; }

    /// <summary>Why a name cannot be used, or null when it can.</summary>
    public static string? ProblemWithName(string? name) => name?.Trim() switch
    {
        null or "" => "Enter a name.",
        { } text when text.All(IsInvisible) => "Enter a name.",
        { Length: > MaxNameLength } => $"Use at most {MaxNameLength} characters.",
        { } text when text.Any(c => char.IsControl(c) || IsDirectionOverride(c)) => "Use no control characters.",
        _ => null,
    };

    /// <summary>Changes the display name; the caller has checked it with <see cref="ProblemWithName"/>.</summary>
    public void Rename(string name) => Name = name;

    /// <summary>Stops new jobs from now on; changes nothing when they are stopped already.</summary>
    public void Suspend(DateTimeOffset now)
    {
        if (Status is OrganizationStatus.Suspended)
            return;

        Status = OrganizationStatus.Suspended;
        SuspendedAt = now;
    }

    /// <summary>Allows new jobs again.</summary>
    public void Resume()
    {
        Status = OrganizationStatus.Active;
        SuspendedAt = null;
    }

    private static bool IsInvisible(char c) => char.IsWhiteSpace(c) || CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.Format;

    // They would turn the text after a name around, wherever the name is shown. Names from right to left do not need them.
    private static bool IsDirectionOverride(char c) => c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
