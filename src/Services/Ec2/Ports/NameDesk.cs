using Orrery.Contracts.Names;
using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Rules.Names;

namespace Orrery.Services.Ec2.Ports;

/// <summary>Resolves names as the resolvers of VPCs do.</summary>
internal sealed class NameDesk : INameResolver
{
    /// <inheritdoc/>
    public NameAnswer Resolve(ReadCall call, string name, string from) =>
        NameRules.Resolve(call, name, Asker.Of(call, from));
}
