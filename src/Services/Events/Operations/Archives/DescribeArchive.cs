using Orrery.Operations;
using Orrery.Wire.Generated.Events;

namespace Orrery.Services.Events.Operations.Archives;

/// <summary>DescribeArchive.</summary>
public sealed class DescribeArchive : IReadOperation<DescribeArchiveRequest, DescribeArchiveResult>
{
}
