using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace OpsCenter.Portal.Data;

/// <summary>Stores an enum as its text.</summary>
internal sealed class EnumTextConverter<TEnum>()
    : ValueConverter<TEnum, string>(value => EnumText<TEnum>.Of(value), text => EnumText<TEnum>.Parse(text))
    where TEnum : struct, Enum;
