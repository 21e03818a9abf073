using Orrery.Kernel.Calls;

namespace Orrery.Contracts.Instances;

/// <summary>What instances wrote to their consoles. EC2 offers it.</summary>
public interface IConsoles
{
    /// <summary>The console of an instance of the call's account and region; null where nothing was written.</summary>
    ConsoleText? Of(ReadCall call, string instanceId);
}
