using Orrery.Kernel.Calls;

namespace Orrery.Services.Sns.Loops;

/// <summary>A FIFO topic no longer knows a message again.</summary>
internal sealed class ForgetLoop : ITimerHandler
{
    /// <summary>Its kind.</summary>
    public const string KindName = "sns.forget";

    /// <inheritdoc/>
    public string Kind => KindName;

    /// <inheritdoc/>
    public void Fire(Call call, string subject)
    {
        var seen = call.Write(Tables.Seen);
        if (seen.Find(new(subject)) is { } message && message.Until <= call.Now) seen.Remove(message.Id);
    }
}
