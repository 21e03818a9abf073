using Orrery.Kernel.Calls;

namespace Orrery.Services.Kms.Loops;

/// <summary>Forgets wrapping keys that ran out. That there was one is remembered: its error is another.</summary>
internal sealed class ImportLoop : ITimerHandler
{
    /// <summary>The kind of the timer; its subject is the import token.</summary>
    public const string TimerKind = "kms.import";

    /// <inheritdoc/>
    public string Kind => TimerKind;

    /// <inheritdoc/>
    public void Fire(Call call, string subject)
    {
        var imports = call.Write(Tables.Imports);
        if (imports.Find(new(subject)) is { } import) imports.Put(import with { Bytes = [] });
    }
}
