namespace Orrery.Services.Ec2.Rules.Loads;

/// <summary>How the minutes of a longer interval become one value.</summary>
internal enum MetricMerge
{
    /// <summary>Their mean.</summary>
    Mean,

    /// <summary>Their sum.</summary>
    Sum,

    /// <summary>The last one.</summary>
    Last,
}
