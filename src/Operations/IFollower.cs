using Orrery.Kernel;

namespace Orrery.Operations;

/// <summary>
/// Follows each open world with something real: it reads what is wanted, makes it so outside, and reports by ordinary
/// calls. After a crash it begins again from what the world says, so nothing is lost in between.
/// </summary>
public interface IFollower
{
    /// <summary>
    /// Begins to follow a world: look at what it wants now, then observe its commits. Must return at once. Where
    /// virtual time has to wait for the outside, register with <see cref="World.WaitFor"/>.
    /// </summary>
    /// <param name="world">The world; it is open until the result is disposed.</param>
    /// <returns>What ends it: stops what runs outside and waits for it.</returns>
    IAsyncDisposable Follow(World world);
}
