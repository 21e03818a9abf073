namespace Orrery.Services.CloudWatch.Rules.Alarms;

/// <summary>What an evaluation says of the state of an alarm.</summary>
internal enum Verdict
{
    /// <summary>It stays what it is.</summary>
    Retain,

    /// <summary>OK.</summary>
    Ok,

    /// <summary>ALARM.</summary>
    Alarm,

    /// <summary>INSUFFICIENT_DATA.</summary>
    InsufficientData,
}
