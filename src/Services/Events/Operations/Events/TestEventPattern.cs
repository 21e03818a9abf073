using Orrery.Operations;
using Orrery.Wire.Generated.Events;

namespace Orrery.Services.Events.Operations.Events;

/// <summary>TestEventPattern.</summary>
public sealed class TestEventPattern : IReadOperation<TestEventPatternRequest, TestEventPatternResult>
{
}
