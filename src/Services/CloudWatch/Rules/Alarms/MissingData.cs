namespace Orrery.Services.CloudWatch.Rules.Alarms;

/// <summary>How an alarm takes periods without data.</summary>
internal enum MissingData
{
    /// <summary>As missing: without any data it goes to INSUFFICIENT_DATA.</summary>
    Missing,

    /// <summary>It stays as it is.</summary>
    Ignore,

    /// <summary>As over the threshold.</summary>
    Breaching,

    /// <summary>As within the threshold.</summary>
    NotBreaching,
}
