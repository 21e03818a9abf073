namespace Orrery.Services.Logs.Insights;

/// <summary>An expression of a query.</summary>
/// <param name="Text">How it was written: the name of its column where none is given.</param>
/// <param name="Of">Its value for a row.</param>
/// <param name="IsAggregate">Whether it is of several rows.</param>
internal sealed record Expr(string Text, Func<Row, object?> Of, bool IsAggregate)
{
    /// <summary>The name of its column.</summary>
    public string Name { get; init; } = Text;

    /// <summary>Whether it is just a field.</summary>
    public bool IsField { get; init; }
}
