using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Wire.Generated.Logs;

namespace Orrery.Services.Logs.Operations.Streams;

/// <summary>To come.</summary>
public sealed class DescribeLogStreams : IReadOperation<DescribeLogStreamsRequest, DescribeLogStreamsResult>
{
    /// <inheritdoc/>
    public DescribeLogStreamsResult Run(DescribeLogStreamsRequest request, Call call) => new();
}
