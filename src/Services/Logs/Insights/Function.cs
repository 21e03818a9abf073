namespace Orrery.Services.Logs.Insights;

/// <summary>A function of a query.</summary>
/// <param name="Least">How many arguments it has at least.</param>
/// <param name="Most">And at most.</param>
/// <param name="Of">Its value.</param>
internal sealed record Function(int Least, int Most, Func<IReadOnlyList<object?>, object?> Of);
