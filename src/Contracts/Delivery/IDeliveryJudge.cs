using Orrery.Kernel.Calls;

namespace Orrery.Contracts.Delivery;

/// <summary>
/// Decides whether what one service hands to another may arrive: by the policy of what takes it, or by the policies of
/// the role with which it is handed over. Without one in the house all may.
/// </summary>
public interface IDeliveryJudge
{
    /// <summary>Why it may not; null where it may.</summary>
    DeliveryObstacle? Refusal(ReadCall call, Delivery delivery);
}
