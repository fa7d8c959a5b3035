using System.Reflection;
using System.Reflection.Emit;
using Rabta.Matching.Checking;
using Rabta.Matching.Markets;
using Rabta.Matching.Problems;

namespace Rabta.Matching.Tests.Checking;

/// <summary>Reads the compiled checker: it may know the problem's data types and itself, nothing else of the library.</summary>
public class IndependenceTests
{
    private const BindingFlags Everything =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    private static readonly Assembly Library = typeof(Matchmaker).Assembly;
    private static readonly string Checker = typeof(ResultCheck).Namespace!;
    private static readonly string?[] Data = [typeof(MatchingProblem).Namespace, typeof(Market).Namespace];

    private static readonly Dictionary<short, OpCode> OpCodeOf = typeof(OpCodes)
        .GetFields()
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => code.Value);

    [Fact]
    public void The_checker_shares_no_code_with_the_solver() => Assert.Empty(ForeignTo(Checker));

    [Fact]
    public void The_reading_would_notice_shared_code() => Assert.NotEmpty(ForeignTo(typeof(Matchmaker).Namespace!));

    private static HashSet<string> ForeignTo(string home) =>
        [
            .. Library
                .GetTypes()
                .Where(type => type.Namespace == home)
                .SelectMany(Mentioned)
                .SelectMany(Parts)
                .Where(type => type.Assembly == Library && type.Namespace is { } from && from != home && !Data.Contains(from))
                .Select(type => type.FullName!),
        ];

    private static IEnumerable<Type> Mentioned(Type type) =>
        type.GetFields(Everything)
            .Select(field => field.FieldType)
            .Concat(type.GetMethods(Everything).SelectMany(Mentioned))
            .Concat(type.GetConstructors(Everything).SelectMany(Mentioned));

    private static IEnumerable<Type> Mentioned(MethodBase method)
    {
        var signature = method.GetParameters().Select(parameter => parameter.ParameterType);
        if (method is MethodInfo { ReturnType: var returned })
            signature = signature.Append(returned);
        return method.GetMethodBody() is not { } body
            ? signature
            : signature
                .Concat(body.LocalVariables.Select(local => local.LocalType))
                .Concat(Members(method, body.GetILAsByteArray()!).SelectMany(TypesOf));
    }

    /// <summary>Every member named by an instruction's token.</summary>
    private static IEnumerable<MemberInfo> Members(MethodBase method, byte[] il)
    {
        var typeArguments = method.DeclaringType!.GetGenericArguments();
        var methodArguments = method.IsGenericMethod ? method.GetGenericArguments() : null;
        for (var at = 0; at < il.Length; )
        {
            var value = il[at++] is var first && first == 0xFE ? (short)(0xFE00 | il[at++]) : first;
            var operand = OpCodeOf[value].OperandType;
            if (operand is OperandType.InlineMethod or OperandType.InlineField or OperandType.InlineType or OperandType.InlineTok)
                yield return method.Module.ResolveMember(BitConverter.ToInt32(il, at), typeArguments, methodArguments)!;
            at += operand switch
            {
                OperandType.InlineNone => 0,
                OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                OperandType.InlineVar => 2,
                OperandType.InlineI8 or OperandType.InlineR => 8,
                OperandType.InlineSwitch => 4 + 4 * BitConverter.ToInt32(il, at),
                _ => 4,
            };
        }
    }

    private static IEnumerable<Type> TypesOf(MemberInfo member) =>
        member switch
        {
            Type type => [type],
            MethodInfo { IsGenericMethod: true } generic => [generic.DeclaringType!, .. generic.GetGenericArguments()],
            _ => member.DeclaringType is { } home ? [home] : [],
        };

    private static IEnumerable<Type> Parts(Type type) =>
        type.HasElementType ? Parts(type.GetElementType()!) : type.GetGenericArguments().SelectMany(Parts).Append(type);
}
