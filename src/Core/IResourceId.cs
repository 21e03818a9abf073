namespace Orrery.Core;

/// <summary>
/// A typed AWS resource id such as <c>vpc-0123456789abcdef0</c>: a prefix, a dash and 17 hexadecimal digits.
/// </summary>
/// <typeparam name="TSelf">The id type itself.</typeparam>
public interface IResourceId<TSelf> : IKey<TSelf>
    where TSelf : struct, IResourceId<TSelf>
{
    /// <summary>What stands before the dash, for example <c>vpc</c>.</summary>
    static abstract string Prefix { get; }
}
