using System.Globalization;
using System.Text;
using System.Text.Json;
using Orrery.Kernel.Calls;
using Orrery.Kernel.State;
using Orrery.Services.Events.Loops;
using Orrery.Services.Events.Records;
using Orrery.Services.Events.Rules.Keys;
using Orrery.Services.Events.Rules.Patterns;

namespace Orrery.Services.Events.Rules.Archives;

/// <summary>Keeps events in archives. Source: EventBridge User Guide, "Archiving and replaying events".</summary>
internal static class Keeping
{
    /// <summary>What an event has that comes from a replay; such events are not archived again.</summary>
    public const string ReplayName = "replay-name";

    /// <summary>Keeps an event of a bus in the archives that want it.</summary>
    public static void Keep(Call call, Scope scope, string bus, JsonElement occurred, string json)
    {
        if (occurred.TryGetProperty(ReplayName, out _))
            return;
        foreach (var archive in call.Read(Tables.Archives, scope).By(Tables.ArchivesByBus, bus).ToList())
        {
            if (archive.Pattern is not null && !call.Port<PatternMemory>().Of(archive.Pattern).Matches(occurred))
                continue;
            // What cannot be encrypted is not archived (guessed: AWS tells of buses and targets only).
            if (EventKeys.OfArchive(call, scope, archive) is not null)
                continue;
            call.Write(Tables.Archived, scope).Put(new()
            {
                Key = Key(archive, call.Now, archive.Total),
                At = call.Now,
                Event = json,
            });
            if (archive is { Count: 0, RetentionDays: > 0 })
                RetentionLoop.Arm(call, scope, archive, call.Now);
            call.Write(Tables.Archives, scope).Put(archive with
            {
                Count = archive.Count + 1,
                Total = archive.Total + 1,
                Bytes = archive.Bytes + Encoding.UTF8.GetByteCount(json),
            });
        }
    }

    /// <summary>The archived events of an archive from a key on.</summary>
    public static IEnumerable<ArchivedRecord> From(ReadCall call, ArchiveRecord archive, EventsKey key) =>
        call.Read(Tables.Archived).From(key).TakeWhile(
            kept => kept.Key.Value.StartsWith($"{archive.Name}|", StringComparison.Ordinal));

    /// <summary>The key of an archived event; by them an archive is in the order of time.</summary>
    public static EventsKey Key(ArchiveRecord archive, DateTimeOffset at, long number) => EventsKey.Of(
        archive.Name.Value, string.Create(CultureInfo.InvariantCulture, $"{at.UtcTicks:D19}-{number:D12}"));

    /// <summary>Removes what an archive has of before an instant.</summary>
    public static ArchiveRecord Drop(Call call, ArchiveRecord archive, DateTimeOffset? before)
    {
        var kept = call.Write(Tables.Archived);
        foreach (var old in From(call, archive, EventsKey.Of(archive.Name.Value, ""))
            .TakeWhile(e => before is null || e.At < before).ToList())
        {
            kept.Remove(old.Key);
            archive = archive with
            {
                Count = archive.Count - 1,
                Bytes = archive.Bytes - Encoding.UTF8.GetByteCount(old.Event),
            };
        }

        return archive;
    }
}
