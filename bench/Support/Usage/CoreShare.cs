namespace OpsCenter.Bench.Usage;

/// <summary>Cores in use on average: of the portal, the bare server, PostgreSQL and the load generator.</summary>
internal readonly record struct CoreShare(double Portal, double Bare, double Postgres, double Generator)
{
    public static CoreShare operator -(CoreShare a, CoreShare b) =>
        new(a.Portal - b.Portal, a.Bare - b.Bare, a.Postgres - b.Postgres, a.Generator - b.Generator);

    public static CoreShare operator +(CoreShare a, CoreShare b) =>
        new(a.Portal + b.Portal, a.Bare + b.Bare, a.Postgres + b.Postgres, a.Generator + b.Generator);

    public static CoreShare operator /(CoreShare a, double by) => new(a.Portal / by, a.Bare / by, a.Postgres / by, a.Generator / by);

    public override string ToString() => $"{Portal + Bare:0.00} / {Postgres:0.00} / {Generator:0.00}";
}
