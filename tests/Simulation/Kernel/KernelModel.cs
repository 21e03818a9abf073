using Orrery.Kernel;
using Orrery.Kernel.Calls;
using Orrery.Kernel.State;
using Orrery.Kernel.Storage;
using Orrery.Kernel.Time;
using Orrery.Stores.Sqlite;

namespace Orrery.Tests.Simulation.Kernel;

/// <summary>A resident and a stored table, and calls that keep both in step across two scopes.</summary>
internal static class KernelModel
{
    public const int Workers = 16;

    public static readonly Scope East = new("111111111111", "us-east-1");
    public static readonly Scope West = new("111111111111", "us-west-2");
    public static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static readonly Table<EntryId, EntryRecord> Resident =
        Table<EntryId, EntryRecord>.Resident(
            "simulation.resident", e => e.Id, () => SimulationJson.Default.EntryRecord);

    public static readonly Table<EntryId, EntryRecord> Stored =
        Table<EntryId, EntryRecord>.Stored("simulation.stored", e => e.Id, () => SimulationJson.Default.EntryRecord);

    public static Worlds InFiles(string folder) => In(new SqliteStorage(folder));

    public static Worlds In(IStorage storage) =>
        new(
            new([Resident, Stored], [new SettleHandler()]),
            storage,
            new() { Seed = 1, Start = Start, Mode = ClockMode.Stepped });

    /// <summary>
    /// Counts one up for a worker: here, there, in sum, and (after the commit, by a timer) as settled.
    /// </summary>
    public static Task<long> CountAsync(World world, int worker)
    {
        var info = new CallInfo(East, Caller.Root(East.Account), "simulation:Count", world.NewRequestId());
        return world.ExecuteAsync(info, call => Count(call, worker));
    }

    public static long CountOf(TableReader<EntryId, EntryRecord> table, string id) => table.Find(new(id))?.Count ?? 0;

    public static string Worker(int worker) => $"worker{worker:D2}";

    private static long Count(Call call, int worker)
    {
        var here = call.Write(Resident);
        var count = CountOf(here, Worker(worker)) + 1;
        here.Put(new(new(Worker(worker)), count, "here"));
        here.Put(new(new("total"), CountOf(here, "total") + 1, "sum"));
        call.Write(Stored, West).Put(new(new(Worker(worker)), count, "there"));
        call.Write(Stored, West).Put(new(call.NewId<EntryId>(), count, Worker(worker)));
        call.Settle("simulation.settle", TimeSpan.FromMinutes(1), Worker(worker));
        return count;
    }

    private sealed class SettleHandler : ITimerHandler
    {
        public string Kind => "simulation.settle";

        public void Fire(Call call, string subject)
        {
            var settled = call.Write(Stored);
            settled.Put(new(new(subject), CountOf(settled, subject) + 1, "settled"));
        }
    }
}
