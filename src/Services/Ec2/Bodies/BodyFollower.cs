using Orrery.Contracts.Instances;
using Orrery.Kernel;
using Orrery.Operations;

namespace Orrery.Services.Ec2.Bodies;

/// <summary>Gives the instances of a world that ask for one a process as their body, where that is allowed.</summary>
internal sealed class BodyFollower : IFollower
{
    /// <inheritdoc/>
    public IAsyncDisposable Follow(World world) =>
        world.Blueprint.Ports.Find<IBodySettings>() is { AllowsProcesses: true } settings
            ? new BodyKeeper(world, settings)
            : new NoBodies();
}
