using Orrery.Services.CloudWatch.Rules.Reading;

namespace Orrery.Services.CloudWatch.Rules.Expressions;

/// <summary>What an expression may ask for.</summary>
internal interface IMathContext
{
    /// <summary>The grid of a number that becomes a series.</summary>
    PeriodGrid Grid { get; }

    /// <summary>The value of a query; null where there is none of this id.</summary>
    MathValue? Find(string id);

    /// <summary>The statistics of metrics in the request, in its order.</summary>
    IReadOnlyList<Series> Metrics();

    /// <summary>What a search finds.</summary>
    IReadOnlyList<Series> Search(string query, string statistic, int? period);

    /// <summary>The bounds of what is expected of a series, lower and upper.</summary>
    IReadOnlyList<Series> Band(Series series, double deviations);
}
