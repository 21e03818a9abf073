namespace Orrery.Tests.Simulation.Kernel;

public sealed record EntryRecord(EntryId Id, long Count, string Text);
