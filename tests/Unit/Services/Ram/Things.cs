using Orrery.Contracts.Sharing;
using Orrery.Kernel.Calls;

namespace Orrery.Tests.Unit.Services.Ram;

/// <summary>Stands in for EC2: every transit gateway and prefix list exists, but those named gone.</summary>
internal sealed class Things : IShareable
{
    /// <inheritdoc/>
    public string? TypeOf(ReadCall call, string arn) =>
        arn.EndsWith("gone", StringComparison.Ordinal) ? null
        : arn.Contains(":transit-gateway/", StringComparison.Ordinal) ? "ec2:TransitGateway"
        : arn.Contains(":prefix-list/", StringComparison.Ordinal) ? "ec2:PrefixList"
        : null;
}
