using Orrery.Kernel.Storage;

namespace Orrery.Tests.Kernel.Storage;

public sealed class MemoryStoreTests : StoreTests
{
    protected override IStorage Storage { get; } = new MemoryStorage();
}
