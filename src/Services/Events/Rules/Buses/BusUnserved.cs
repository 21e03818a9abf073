namespace Orrery.Services.Events.Rules.Buses;

/// <summary>What of an event bus is not served.</summary>
internal static class BusUnserved
{
    /// <summary>Refuses keys, dead letters (which are of failed encryption only) and logs of a bus.</summary>
    public static void Refuse(object? key, object? deadLetters, object? logs)
    {
        if (key is not null)
            throw Errors.NotServed("KmsKeyIdentifier of event buses");
        if (deadLetters is not null)
            throw Errors.NotServed("DeadLetterConfig of event buses");
        if (logs is not null)
            throw Errors.NotServed("LogConfig of event buses");
    }
}
