namespace Orrery.Services.CloudWatch.Rules.Statistics;

/// <summary>What a statistic does.</summary>
internal enum StatisticFunction
{
    /// <summary>How many values.</summary>
    SampleCount,

    /// <summary>The sum by the count.</summary>
    Average,

    /// <summary>The sum.</summary>
    Sum,

    /// <summary>The least value.</summary>
    Minimum,

    /// <summary>The greatest value.</summary>
    Maximum,

    /// <summary>A percentile.</summary>
    Percentile,

    /// <summary>The mean of the values between two bounds.</summary>
    TrimmedMean,

    /// <summary>The mean, values beyond the bounds taken as the bounds.</summary>
    WinsorizedMean,

    /// <summary>How many values are between two bounds.</summary>
    TrimmedCount,

    /// <summary>The sum of the values between two bounds.</summary>
    TrimmedSum,

    /// <summary>The share of the values between two bounds, in percent.</summary>
    PercentileRank,
}
