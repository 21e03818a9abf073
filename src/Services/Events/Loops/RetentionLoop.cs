using Orrery.Kernel.Calls;
using Orrery.Kernel.State;
using Orrery.Services.Events.Records;
using Orrery.Services.Events.Rules.Archives;

namespace Orrery.Services.Events.Loops;

/// <summary>Removes events from archives when their time is over: one timer an archive, for its oldest event.</summary>
public sealed class RetentionLoop : ITimerHandler
{
    internal const string TimerKind = "events.archive-retention";

    /// <inheritdoc/>
    public string Kind => TimerKind;

    /// <summary>Sets the timer of an archive for its oldest event, or takes it back.</summary>
    internal static void Arm(Call call, Scope scope, ArchiveRecord archive, DateTimeOffset? oldest)
    {
        call.Cancel(TimerKind, archive.Name.Value, scope);
        if (archive.RetentionDays > 0 && oldest is { } at)
            call.Schedule(TimerKind, at.AddDays(archive.RetentionDays), archive.Name.Value, scope);
    }

    /// <summary>Sets the timer of an archive by what is in it.</summary>
    internal static void Arm(Call call, ArchiveRecord archive) =>
        Arm(
            call, call.Scope, archive,
            Keeping.From(call, archive, EventsKey.Of(archive.Name.Value, "")).FirstOrDefault()?.At);

    /// <inheritdoc/>
    public void Fire(Call call, string subject)
    {
        if (call.Read(Tables.Archives).Find(new(subject)) is not { RetentionDays: > 0 } archive)
            return;
        archive = Keeping.Drop(call, archive, call.Now.AddDays(-archive.RetentionDays).AddTicks(1));
        call.Write(Tables.Archives).Put(archive);
        Arm(call, archive);
    }
}
