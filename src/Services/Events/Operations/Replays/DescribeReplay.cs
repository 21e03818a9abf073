using Orrery.Operations;
using Orrery.Wire.Generated.Events;

namespace Orrery.Services.Events.Operations.Replays;

/// <summary>DescribeReplay.</summary>
public sealed class DescribeReplay : IReadOperation<DescribeReplayRequest, DescribeReplayResult>
{
}
