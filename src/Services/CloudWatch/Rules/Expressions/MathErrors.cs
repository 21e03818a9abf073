using Orrery.Core;

namespace Orrery.Services.CloudWatch.Rules.Expressions;

/// <summary>What is wrong with an expression. The code is AWS's; the wordings after the colon are ours.</summary>
internal static class MathErrors
{
    /// <summary>The text is no expression.</summary>
    public static ServiceException Syntax(string why) => Errors.Validation($"Invalid metrics expression syntax: {why}");

    /// <summary>An expression names what is not in the request.</summary>
    public static ServiceException UnknownId(string id) =>
        Errors.Validation($"Error in expression: there is no query with the id '{id}'");

    /// <summary>A value does not fit where it stands.</summary>
    public static ServiceException Type(string where, string why) =>
        Errors.Validation($"Error in expression: {where} {why}");

    /// <summary>A function that Orrery does not serve.</summary>
    public static ServiceException NotServed(string function) =>
        Errors.Validation($"Orrery does not serve the function {function} of metric math.");
}
