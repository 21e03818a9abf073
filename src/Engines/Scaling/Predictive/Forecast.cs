using Orrery.Core;

namespace Orrery.Engines.Scaling.Predictive;

/// <summary>A forecast of load.</summary>
/// <param name="Points">Its hours; empty where there is too little history.</param>
/// <param name="Model">How it was made.</param>
/// <param name="Mape">
/// The mean absolute error of the model on the last part of the past, as a share of the values; null where there was
/// too little to try it on.
/// </param>
/// <param name="Why">The reasons.</param>
public sealed record Forecast(IReadOnlyList<ForecastPoint> Points, SeasonModel? Model, double? Mape, Reason Why);
