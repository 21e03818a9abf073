using Orrery.Kernel.Calls;

namespace Orrery.Contracts.Letters;

/// <summary>
/// E-mail and text messages that would have left for people: they stay in the world, to be read. SNS offers it.
/// </summary>
public interface IOutbox
{
    /// <summary>All letters of the world, in the order in which they were sent.</summary>
    IEnumerable<Letter> All(ReadCall call);

    /// <summary>The letter of a number, or null.</summary>
    Letter? Find(ReadCall call, long number);
}
