using System.Text;
using Orrery.Contracts.Instances;
using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Kinds;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Instances;

/// <summary>
/// Tells what an instance wrote to its console, in base64. It is always the latest there is, whether that was asked for
/// or not. Source: EC2 API Reference, GetConsoleOutput.
/// </summary>
public sealed class GetConsoleOutput : IReadOperation<GetConsoleOutputRequest, GetConsoleOutputResult>
{
    /// <inheritdoc/>
    public GetConsoleOutputResult Run(GetConsoleOutputRequest request, ReadCall call)
    {
        var instance = InstanceKinds.Instance.Get(call, request.InstanceId!);
        var console = call.Port<IConsoles>().Of(call, instance.Id.Value);
        return new()
        {
            InstanceId = instance.Id.Value,
            Output = console is null ? null : Convert.ToBase64String(Encoding.UTF8.GetBytes(console.Text)),
            Timestamp = console?.At ?? call.Now,
        };
    }
}
