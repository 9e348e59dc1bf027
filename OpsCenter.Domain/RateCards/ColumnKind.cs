namespace OpsCenter.Domain.RateCards;

/// <summary>What a column of the rate card holds, and so which texts it accepts.</summary>
public enum ColumnKind
{
    /// <summary>A provider: lower-case letters, digits, dot, underscore, hyphen.</summary>
    Provider,

    /// <summary>A model: anything printable without spaces.</summary>
    Model,

    /// <summary>The name of an agent, tool, unit or meter: letters, digits, dot, underscore, hyphen.</summary>
    Identifier,

    /// <summary>A line of prose.</summary>
    Prose,

    /// <summary>One of the column's choices.</summary>
    Choice,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Flag,

    /// <summary>Currency units per 1,000 tokens.</summary>
    Rate,

    /// <summary>Percent on top of the model cost.</summary>
    Markup,

    /// <summary>Currency units per unit of a tool.</summary>
    UnitPrice,

    /// <summary>Currency units per job.</summary>
    JobAmount,
}
