using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Instances;

/// <summary>GetConsoleOutput.</summary>
public sealed class GetConsoleOutput : IReadOperation<GetConsoleOutputRequest, GetConsoleOutputResult>
{
    /// <inheritdoc/>
    public GetConsoleOutputResult Run(GetConsoleOutputRequest request, ReadCall call) => new();
}
