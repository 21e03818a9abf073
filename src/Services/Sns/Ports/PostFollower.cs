using Orrery.Kernel;
using Orrery.Operations;

namespace Orrery.Services.Sns.Ports;

/// <summary>Sends what is to leave over HTTP.</summary>
internal sealed class PostFollower : IFollower
{
    /// <inheritdoc/>
    public IAsyncDisposable Follow(World world) => new PostSender(world);
}
