namespace Orrery.Host;

/// <summary>How requests are logged.</summary>
public enum LogFormat
{
    /// <summary>One line a person reads.</summary>
    Text,

    /// <summary>One JSON object a line.</summary>
    Json,

    /// <summary>Not at all; failures of Orrery itself still are.</summary>
    Quiet,
}
