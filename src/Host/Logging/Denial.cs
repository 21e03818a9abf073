using Orrery.Core;
using Orrery.Kernel.Calls;

namespace Orrery.Host.Logging;

/// <summary>A call that was denied.</summary>
/// <param name="RequestId">Its id, as the client got it.</param>
/// <param name="World">The world that it was for.</param>
/// <param name="At">When, by the machine's clock.</param>
/// <param name="Info">Who called where.</param>
/// <param name="Message">What the client was told.</param>
/// <param name="Decision">Why.</param>
internal sealed record Denial(
    string RequestId, string World, DateTimeOffset At, CallInfo Info, string Message, Decision Decision);
