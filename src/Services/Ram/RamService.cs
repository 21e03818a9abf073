using Orrery.Contracts.Sharing;
using Orrery.Operations;
using Orrery.Services.Ram.Loops;
using Orrery.Services.Ram.Ports;

namespace Orrery.Services.Ram;

/// <summary>AWS Resource Access Manager as a part of the house.</summary>
public static class RamService
{
    /// <summary>The registration.</summary>
    public static Service Registration { get; } = new()
    {
        Name = "ram",
        Operations = RamOperations.All,
        Tables = Tables.All,
        Timers = [new ShareLoop(), new InvitationLoop()],
        Offer = ports => ports.With<ISharedResources>(new SharedResources()),
    };
}
