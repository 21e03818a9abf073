using System.Text.Json;
using Orrery.Kernel.Calls;
using Orrery.Services.Logs.Ports;

namespace Orrery.Services.Logs.Loops;

/// <summary>Writes events that came from another account or region: a timer fires in the scope that it is for.</summary>
internal sealed class PostLoop : ITimerHandler
{
    /// <summary>The kind of its timers.</summary>
    public const string TimerKind = "logs.post";

    /// <inheritdoc/>
    public string Kind => TimerKind;

    /// <inheritdoc/>
    public void Fire(Call call, string subject)
    {
        var post = JsonSerializer.Deserialize(subject, LogsJson.Default.PostRecord)!;
        new LogWriter().Write(call, post.Group, post.Stream, [new(post.At, post.Message)]);
    }
}
