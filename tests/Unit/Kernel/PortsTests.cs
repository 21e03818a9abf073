using Orrery.Kernel;
using Orrery.Kernel.Storage;
using static Orrery.Tests.Kernel.TestWorlds;

namespace Orrery.Tests.Kernel;

public sealed class PortsTests
{
    [Fact]
    public async Task A_call_finds_what_services_offer_one_another()
    {
        var ports = Ports.None.With<IComparer<string>>(StringComparer.Ordinal);
        await using var worlds = new Worlds(new([], ports: ports), new MemoryStorage(), Settings);
        var world = await worlds.CreateAsync("w");
        Assert.Same(StringComparer.Ordinal, await world.Do(call => call.Port<IComparer<string>>()));
        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            world.Do(call => call.Port<IEqualityComparer<int>>()));
        Assert.Throws<ArgumentException>(() => ports.With<IComparer<string>>(StringComparer.Ordinal));
        Assert.Null(ports.Find<IEqualityComparer<int>>());
    }
}
