using Orrery.Wire.Generated.Logs;

namespace Orrery.Services.Logs.Insights;

/// <summary>What a query found.</summary>
/// <param name="Rows">Its results.</param>
/// <param name="Statistics">How much it looked at.</param>
internal sealed record Answer(IReadOnlyList<IReadOnlyList<ResultField>> Rows, QueryStatistics Statistics);
